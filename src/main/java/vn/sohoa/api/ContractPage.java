package vn.sohoa.api;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The contract as a page to read; its script fetches {@code /v3/api-docs}. */
@Hidden
@Controller
class ContractPage {
    @GetMapping("/api-docs")
    String page() {
        return "api";
    }
}
