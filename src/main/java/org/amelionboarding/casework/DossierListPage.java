package org.amelionboarding.casework;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Clock;
import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.RequestChannel;
import org.amelionboarding.message.Languages;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All dossiers: filtered by the address, which tells nobody; searched by a form that is posted, since names do. */
@Controller
class DossierListPage {

    private static final String VIEW = "desk-dossiers";

    private final DossierList list;
    private final DossierSearch search;
    private final DossierTable table;
    private final Languages languages;
    private final Clock clock;

    DossierListPage(DossierList list, DossierSearch search, DossierTable table, Languages languages, Clock clock) {
        this.list = list;
        this.search = search;
        this.table = table;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping("/desk/dossiers")
    String show(DossierFilter filter, @RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("list", list.page(filter.condition(clock.instant()), page));
        return view(model);
    }

    /** Among all dossiers: a filter that is forgotten must not hide whom the advisor has on the telephone. */
    @PostMapping("/desk/dossiers")
    String search(@RequestParam String looked, @RequestParam(defaultValue = "1") int page, Model model) {
        if (looked.isBlank()) {
            return "redirect:/desk/dossiers";
        }
        model.addAttribute("filter", new DossierFilter(null, null, null, null, null, null));
        model.addAttribute("looked", looked);
        model.addAttribute("list", list.page(search.condition(looked), page));
        return view(model);
    }

    private static String view(Model model) {
        model.addAttribute("statuses", DossierStatus.values());
        model.addAttribute("closures", Closure.values());
        model.addAttribute("channels", RequestChannel.values());
        model.addAttribute("periods", DossierFilter.PERIODS);
        return VIEW;
    }

    /** By POST, so that no other site has it fetched. */
    @PostMapping("/desk/dossiers.csv")
    void export(DossierFilter filter, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("dossiers.csv").build().toString());
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), UTF_8));
        table.write(filter, languages.current(), out);
    }
}
