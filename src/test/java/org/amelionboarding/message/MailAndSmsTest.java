package org.amelionboarding.message;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudhopper.commons.charset.CharsetUtil;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amelionboarding.Students;
import org.amelionboarding.dossier.OneTimeSecret;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.SecretPurpose;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One student's way through the whole application, with a mail server and an SMS gateway at its ends. */
@SpringBootTest(
        properties = {
            "onboarding.message.email=smtp",
            "onboarding.message.from=Compte <no-reply@sender.example>",
            "onboarding.message.sms=smpp",
            "onboarding.message.smpp.system-id=account",
            "onboarding.message.smpp.password=secret",
            "onboarding.message.smpp.source=COMPTE",
            "spring.mail.host=localhost"
        })
@ActiveProfiles("test")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailAndSmsTest {

    private static final int PATIENCE_SECONDS = 30;
    private static final Pattern CODE = Pattern.compile("\\b\\d{8}\\b");
    private static final Pattern TOKEN = Pattern.compile("\\?token=([\\w-]+)");

    private static GreenMail mailbox;
    private static SmscStub gateway;

    @Autowired
    private Students students;

    @Autowired
    private OneTimeSecrets secrets;

    @Autowired
    private Outbox outbox;

    private String dossier;
    private SubmitSm sms;
    private MimeMessage mail;

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry settings) throws IOException {
        mailbox = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        mailbox.start();
        gateway = new SmscStub();
        settings.add("onboarding.message.smpp.port", gateway::port);
        settings.add("spring.mail.port", () -> mailbox.getSmtp().getPort());
    }

    @BeforeAll
    void goFromTheRequestToTheLink() throws Exception {
        dossier = students.reachWaitingPage();
        sms = gateway.received().poll(PATIENCE_SECONDS, SECONDS);
        mailbox.waitForIncomingEmail(SECONDS.toMillis(PATIENCE_SECONDS), 1);
        mail = mailbox.getReceivedMessages()[0];
    }

    @AfterAll
    static void hangUp() throws IOException {
        mailbox.stop();
        gateway.close();
    }

    @Test
    void the_code_in_the_sms_opens() {
        Matcher code = CODE.matcher(CharsetUtil.decode(sms.getShortMessage(), CharsetUtil.CHARSET_GSM));

        assertThat(code.find() && secrets.useProvisionalCode(dossier, code.group(), "somewhere"))
                .isTrue();
    }

    @Test
    void the_sms_goes_to_the_students_number() {
        assertThat(sms.getDestAddress()).isEqualTo("33612345678");
    }

    @Test
    void the_link_in_the_mail_is_the_live_one() throws Exception {
        Matcher token = TOKEN.matcher((String) mail.getContent());

        assertThat(token.find() ? secrets.findLink(token.group(1)).map(OneTimeSecret::id) : null)
                .isEqualTo(secrets.live(dossier, SecretPurpose.EMAIL_LINK).map(OneTimeSecret::id));
    }

    @Test
    void the_mail_goes_to_the_students_address() throws Exception {
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(Students.emailOf(dossier));
    }

    @Test
    void the_mail_bears_the_name_of_its_row_so_that_a_copy_is_recognised() throws Exception {
        String row = outbox.latest(dossier, MessagePurpose.VERIFICATION_LINK)
                .map(Message::id)
                .orElseThrow();

        assertThat(mail.getMessageID()).isEqualTo("<" + row + "@sender.example>");
    }
}
