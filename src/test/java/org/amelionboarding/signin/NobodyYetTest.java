package org.amelionboarding.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.io.IOException;
import java.nio.file.Files;
import org.amelionboarding.dossier.OnboardingSettings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A start without any account and without a provider (A30). */
@SpringBootTest
@ActiveProfiles("test")
class NobodyYetTest {

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private FirstOperatorSecret firstOperator;

    @Autowired
    private OnboardingSettings settings;

    @Test
    void a_secret_is_written_which_another_start_leaves_as_it_is() throws IOException {
        firstOperator.prepare();
        String secret = secret();

        firstOperator.prepare();

        assertThat(secret()).isEqualTo(secret).hasSize(43);
    }

    @Test
    void the_page_for_the_first_operator_is_open() throws Exception {
        firstOperator.prepare();

        assertThat(page("/staff/first-operator")).contains("<form", "first-operator-secret");
    }

    @Test
    void no_provider_is_offered() throws Exception {
        assertThat(page("/staff/sign-in")).contains("<form").doesNotContain("/staff/oidc");
    }

    private String secret() throws IOException {
        return Files.readString(settings.keys().folder().resolve("first-operator-secret"));
    }

    private String page(String address) throws Exception {
        return MockMvcBuilders.webAppContextSetup(application)
                .addFilters(application.getBean("springSecurityFilterChain", Filter.class))
                .build()
                .perform(MockMvcRequestBuilders.get(address))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
