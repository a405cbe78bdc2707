package org.amelionboarding.reimbursement;

import java.time.Clock;
import java.util.Map;
import org.amelionboarding.document.Pdf;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Component;

/** A student's reimbursements on paper. A specimen: only the Assurance Maladie issues real ones. */
@Component
class ReimbursementDocument {

    private final Pdf pdf;
    private final Texts texts;
    private final Clock clock;

    ReimbursementDocument(Pdf pdf, Texts texts, Clock clock) {
        this.pdf = pdf;
        this.texts = texts;
        this.clock = clock;
    }

    byte[] of(Dossier dossier, Overview overview, String language) {
        return pdf.of(
                "reimbursements-document",
                language,
                Map.of(
                        "familyName", dossier.identity().familyName(),
                        "givenNames", dossier.identity().givenNames(),
                        "madeOn", texts.date(clock.instant(), language),
                        "overview", overview,
                        "euros", new Euros(language)));
    }
}
