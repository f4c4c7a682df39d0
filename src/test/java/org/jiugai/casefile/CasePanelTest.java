package org.jiugai.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jiugai.casefile.CasePanel.Cell;
import org.jiugai.casefile.CasePanel.PanelTable;
import org.junit.jupiter.api.Test;

/** What becomes a link on the case page. */
class CasePanelTest {
    @Test
    void textOfAUserStaysTextWhateverItSays() {
        String typed = "link:/cases/x|y";
        PanelTable table = new PanelTable(
                "", List.of("用途", "文件"), List.of(List.<Object>of(typed, CasePanel.document("7", "link:/x|y"))));
        assertThat(table.cells())
                .containsExactly(List.of(new Cell(typed, null), new Cell("link:/x|y", "/documents/7")));
    }
}
