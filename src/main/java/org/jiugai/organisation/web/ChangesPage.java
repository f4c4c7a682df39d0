package org.jiugai.organisation.web;

import java.security.Principal;
import org.jiugai.organisation.ChangeRecord;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 变更记录: what was changed about the organisation, for administrators and the audit bureau. */
@Controller
class ChangesPage {
    private final ChangeRecord changes;

    ChangesPage(ChangeRecord changes) {
        this.changes = changes;
    }

    @GetMapping("/administration/changes")
    String show(Principal who, Model page) {
        page.addAttribute("changes", changes.latest(who.getName()));
        return "organisation/changes";
    }
}
