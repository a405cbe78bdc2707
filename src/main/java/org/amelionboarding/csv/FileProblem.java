package org.amelionboarding.csv;

import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Why a file is refused as a whole, and nothing of it kept. */
public enum FileProblem {
    EMPTY,
    TOO_LARGE,
    TOO_MANY_LINES,
    NOT_UTF8,
    NOT_TEXT,
    HEADER,
    /** The upload itself is garbled, or has no file. */
    NOT_RECEIVED;

    /** @param e a {@link FileRefused}, or what Spring says of an upload that it could not read */
    public static FileProblem of(Exception e) {
        if (e instanceof FileRefused refused) {
            return refused.problem();
        }
        return e instanceof MaxUploadSizeExceededException ? TOO_LARGE : NOT_RECEIVED;
    }

    public HttpStatus status() {
        return this == TOO_LARGE ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.BAD_REQUEST;
    }
}
