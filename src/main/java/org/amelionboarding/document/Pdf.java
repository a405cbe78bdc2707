package org.amelionboarding.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes paper of a template: PDF/UA, so that a screen reader reads it in order. */
@Component
public class Pdf {

    /** Comes with PDFBox; covers every Latin alphabet, Vietnamese and Polish included. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final ITemplateEngine templates;
    private final String style;

    Pdf(ITemplateEngine templates, @Value("classpath:templates/document.css") Resource style) throws IOException {
        this.templates = templates;
        this.style = style.getContentAsString(UTF_8);
    }

    /** @param values what the template asks for, beside {@code style} */
    public byte[] of(String template, String language, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("style", style);
        try {
            return pdf(templates.process(template, new Context(Locale.forLanguageTag(language), all)));
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
