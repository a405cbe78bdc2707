package org.amelionboarding.attestation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.amelionboarding.dossier.OnboardingSettings;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * The attestation on paper: PDF/UA, so that a screen reader reads it in order, and in French, the language of those who
 * ask for it. A specimen: only the Assurance Maladie issues real ones.
 */
@Component
class AttestationDocument {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    /** Comes with PDFBox; covers every Latin alphabet, Vietnamese and Polish included. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final ITemplateEngine templates;
    private final OnboardingSettings settings;
    private final String style;

    AttestationDocument(
            ITemplateEngine templates,
            OnboardingSettings settings,
            @Value("classpath:templates/attestation-document.css") Resource style)
            throws IOException {
        this.templates = templates;
        this.style = style.getContentAsString(UTF_8);
        this.settings = settings;
    }

    byte[] of(Attestation attestation) {
        var dossier = attestation.dossier();
        String page = templates.process(
                "attestation-document",
                new Context(
                        Locale.FRENCH,
                        Map.of(
                                "style", style,
                                "familyName", dossier.identity().familyName(),
                                "givenNames", dossier.identity().givenNames(),
                                "birthDate", DATE.format(dossier.identity().birthDate()),
                                "nir", dossier.nir().withKey(),
                                "issuedOn", DATE.format(LocalDate.ofInstant(attestation.issuedAt(), settings.zone())),
                                "reference", attestation.reference(),
                                "verification", settings.baseUrl() + "/attestation/verify")));
        try {
            return pdf(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pdf(String page) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .useFont(() -> PDDocument.class.getResourceAsStream(FONT), "Liberation Sans")
                .withHtmlContent(page, null)
                .toStream(pdf)
                .run();
        return pdf.toByteArray();
    }
}
