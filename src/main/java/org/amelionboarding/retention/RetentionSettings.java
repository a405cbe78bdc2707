package org.amelionboarding.retention;

import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code onboarding.retention}: how long things are kept. GDPR art. 5 (1) (e) asks for no longer than they
 * are needed; the page {@code /privacy} tells the people these very times.
 *
 * @param closed time for which something of a closed dossier can be looked up (a code that no longer works, a message
 *     that was sent), so that a question about the closing can be answered
 * @param unused time without a sign-in after which an account is erased; a choice: three years after the last contact is
 *     the CNIL's usual measure
 * @param notice time before that at which its owner is told by mail, and at least this long
 * @param message messages that have left or never will; a year settles most disputes about what was sent
 * @param secret codes and links after their end; until then who uses one is told what has become of it
 * @param contact questions and answers after the last word; two years, in which benefits can be claimed (code de la
 *     sécurité sociale, art. L332-1)
 * @param cardOrder orders of a Carte Vitale after their decision; likewise
 * @param reimbursement lines of statements after they came in: those two years, which begin with the next quarter
 * @param attestation issued attestations, which a third party can check; they are valid for a year
 * @param log entries of the log of purges; what shows that the rules are kept is needed longest (GDPR art. 5 (2)); five
 *     years, in which claims can be made (code civil, art. 2224)
 * @param pause time between two purges
 * @param look how often it is asked whether a purge is due
 * @param batch rows, or dossiers, of one transaction
 * @param historyFrom time of day (UTC) from which the engine deletes the history of processes whose
 *     {@code historyTimeToLive} is over; without it, never
 * @param historyUntil its end
 */
@ConfigurationProperties("onboarding.retention")
public record RetentionSettings(
        @DefaultValue("P90D") Period closed,
        @DefaultValue("P3Y") Period unused,
        @DefaultValue("P30D") Period notice,
        @DefaultValue("P1Y") Period message,
        @DefaultValue("P90D") Period secret,
        @DefaultValue("P2Y") Period contact,
        @DefaultValue("P2Y") Period cardOrder,
        @DefaultValue("P27M") Period reimbursement,
        @DefaultValue("P1Y") Period attestation,
        @DefaultValue("P5Y") Period log,
        @DefaultValue("P1D") Duration pause,
        @DefaultValue("PT1M") Duration look,
        @DefaultValue("200") int batch,
        LocalTime historyFrom,
        LocalTime historyUntil) {}
