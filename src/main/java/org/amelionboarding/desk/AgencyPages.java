package org.amelionboarding.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.amelionboarding.signin.Roles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of agencies for everybody who needs a provisional code. */
@Controller
class AgencyPages {

    @GetMapping("/agencies")
    String show(HttpServletRequest request, Model model) {
        model.addAttribute("advisor", request.isUserInRole(Roles.ADVISOR));
        return "agencies";
    }
}
