package org.amelionboarding.attestation;

import java.security.Principal;
import org.amelionboarding.dossier.AccountService;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Where a student downloads the attestation de droits. */
@Controller
@Order(30)
class AttestationPage implements AccountService {

    private final Attestations attestations;
    private final AttestationDocument document;

    AttestationPage(Attestations attestations, AttestationDocument document) {
        this.attestations = attestations;
        this.document = document;
    }

    @Override
    public String name() {
        return "attestation";
    }

    @Override
    public String address() {
        return "/attestation";
    }

    @Override
    public boolean isOpenTo(String dossier) {
        return attestations.areOpenTo(dossier);
    }

    @GetMapping("/attestation")
    String show(Principal student, Model model) {
        model.addAttribute("active", attestations.areOpenTo(student.getName()));
        return "attestation";
    }

    @PostMapping("/attestation")
    ResponseEntity<byte[]> download(Principal student) {
        if (!attestations.areOpenTo(student.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Attestation issued = attestations
                .issue(student.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS));
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename("attestation-" + issued.reference() + ".pdf")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(document.of(issued));
    }
}
