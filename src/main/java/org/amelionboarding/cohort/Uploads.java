package org.amelionboarding.cohort;

import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** What is said of a file that did not even arrive as one. */
final class Uploads {

    private Uploads() {}

    /** @param e a {@link FileRefused}, or what Spring says of an upload that it could not read */
    static FileRefused refusal(Exception e) {
        if (e instanceof FileRefused refused) {
            return refused;
        }
        return FileRefused.because(e instanceof MaxUploadSizeExceededException ? "TOO_LARGE" : "NOT_RECEIVED");
    }

    static HttpStatus status(FileRefused refused) {
        return refused.isTooLarge() ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.BAD_REQUEST;
    }
}
