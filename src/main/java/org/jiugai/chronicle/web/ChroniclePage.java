package org.jiugai.chronicle.web;

import java.security.Principal;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.chronicle.ChronicleManagement;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /cases/{caseNo}/chronicle}: the story for those who do not open Cockpit, too. */
@Controller
class ChroniclePage {
    private final VisibleCases visible;
    private final ChronicleManagement chronicle;

    ChroniclePage(VisibleCases visible, ChronicleManagement chronicle) {
        this.visible = visible;
        this.chronicle = chronicle;
    }

    @GetMapping("/cases/{caseNo}/chronicle")
    String show(@PathVariable String caseNo, Principal person, Model model) {
        model.addAttribute("file", visible.of(caseNo, person.getName(), "案件经过"));
        return "chronicle/chronicle";
    }

    /** Where a task in Tasklist leads: the story of its case, at its process. */
    @GetMapping("/tasks/{taskId}/chronicle")
    String ofTask(@PathVariable String taskId, Principal person) {
        return chronicle
                .placeOfTask(taskId, person.getName())
                .map(place -> "redirect:/cases/" + place.caseNo() + "/chronicle?run=" + place.run())
                .orElseThrow(VisibleCases.NotVisible::new);
    }
}
