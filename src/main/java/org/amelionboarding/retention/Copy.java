package org.amelionboarding.retention;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The copy of a person's data as a download that no cache keeps. */
final class Copy {

    private Copy() {}

    static ResponseEntity<byte[]> of(String dossier, byte[] data) {
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename("data-" + dossier + ".json")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(data);
    }
}
