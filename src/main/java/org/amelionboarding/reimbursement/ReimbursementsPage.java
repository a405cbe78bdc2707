package org.amelionboarding.reimbursement;

import java.security.Principal;
import org.amelionboarding.dossier.AccountService;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.message.Languages;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where a student follows their reimbursements: always those of who has signed in. */
@Controller
@Order(10)
class ReimbursementsPage implements AccountService {

    private final Reimbursements reimbursements;
    private final ReimbursementTable table;
    private final ReimbursementDocument document;
    private final Dossiers dossiers;
    private final Languages languages;

    ReimbursementsPage(
            Reimbursements reimbursements,
            ReimbursementTable table,
            ReimbursementDocument document,
            Dossiers dossiers,
            Languages languages) {
        this.reimbursements = reimbursements;
        this.table = table;
        this.document = document;
        this.dossiers = dossiers;
        this.languages = languages;
    }

    @Override
    public String name() {
        return "reimbursements";
    }

    @Override
    public String address() {
        return "/reimbursements";
    }

    @Override
    public boolean isOpenTo(String dossier) {
        return reimbursements.areOpenTo(dossier);
    }

    /** @param year null for all */
    @GetMapping("/reimbursements")
    String show(@RequestParam(required = false) Integer year, Principal student, Model model) {
        boolean active = reimbursements.areOpenTo(student.getName());
        model.addAttribute("active", active);
        if (active) {
            Overview overview = Overview.of(reimbursements.of(student.getName()), year);
            model.addAttribute("overview", overview);
            model.addAttribute("euros", new Euros(languages.current()));
            model.addAttribute("chart", Chart.of(overview.months()));
        }
        return "reimbursements";
    }

    @GetMapping("/reimbursements.csv")
    ResponseEntity<byte[]> csv(@RequestParam(required = false) Integer year, Principal student) {
        byte[] content = table.of(overview(student, year).lines(), languages.current());
        return download("csv", MediaType.parseMediaType("text/csv;charset=UTF-8"), content);
    }

    @GetMapping("/reimbursements.pdf")
    ResponseEntity<byte[]> pdf(@RequestParam(required = false) Integer year, Principal student) {
        Overview overview = overview(student, year);
        byte[] content = document.of(dossiers.of(student.getName()), overview, languages.current());
        return download("pdf", MediaType.APPLICATION_PDF, content);
    }

    private Overview overview(Principal student, Integer year) {
        if (!reimbursements.areOpenTo(student.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return Overview.of(reimbursements.of(student.getName()), year);
    }

    private static ResponseEntity<byte[]> download(String ending, MediaType type, byte[] content) {
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename("reimbursements." + ending)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(content);
    }
}
