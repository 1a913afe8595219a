package vn.sohoa.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page where people sign in. */
@Controller
class SignInController {
    @GetMapping("/sign-in")
    String page(
            @RequestParam(required = false) String wrong,
            @RequestParam(required = false) String locked,
            @RequestParam(required = false) String out,
            Model model) {
        String said =
                wrong != null ? "signin.wrong" : locked != null ? "signin.locked" : out != null ? "signin.out" : "";
        model.addAttribute("said", said);
        return "sign-in";
    }
}
