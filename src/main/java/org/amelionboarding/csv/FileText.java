package org.amelionboarding.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.stream.Stream;

/** The text in a file, without its byte order mark. */
public final class FileText {

    static final String MARK = "\uFEFF";

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private FileText() {}

    /** @throws FileRefused if it is in another encoding */
    public static String utf8(byte[] file) {
        return decoded(file, UTF_8).orElseThrow(() -> new FileRefused(FileProblem.NOT_UTF8));
    }

    /**
     * Whatever a spreadsheet saved it in: UTF-8, UTF-16 with its mark, or Windows-1252.
     *
     * @throws FileRefused if it is no text
     */
    public static String recognised(byte[] file) {
        return candidates(file)
                .flatMap(charset -> decoded(file, charset).stream())
                .findFirst()
                .filter(text -> text.indexOf('\0') < 0)
                .orElseThrow(() -> new FileRefused(FileProblem.NOT_TEXT));
    }

    /** Nearly every text in Windows-1252 that is not plain ASCII is malformed as UTF-8; the reverse is not true. */
    private static Stream<Charset> candidates(byte[] file) {
        return Stream.of(UTF_16LE, UTF_16BE)
                .filter(charset -> isMarked(file, charset))
                .findFirst()
                .map(Stream::of)
                .orElse(Stream.of(UTF_8, WINDOWS));
    }

    private static boolean isMarked(byte[] file, Charset charset) {
        return file.length >= 2 && ByteBuffer.wrap(file, 0, 2).equals(ByteBuffer.wrap(MARK.getBytes(charset)));
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return Optional.of(text.startsWith(MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            // Without the cause: what was read is none of its reader's business.
            return Optional.empty();
        }
    }
}
