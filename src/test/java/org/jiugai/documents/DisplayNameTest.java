package org.jiugai.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {
    @ParameterizedTest
    @CsvSource({
        "关于示例小区改造的批复（示例〔2024〕12号）.pdf, 关于示例小区改造的批复（示例〔2024〕12号）.pdf",
        "../../../etc/passwd, passwd",
        "..\\..\\C:\\Windows\\扫描件.pdf, 扫描件.pdf",
        "/etc/意见书.pdf, 意见书.pdf",
        "C:扫描件.pdf, C_扫描件.pdf",
        "意见书.pdf::$DATA, 意见书.pdf__$DATA",
        "con.pdf, _con.pdf",
        "LPT1, _LPT1",
        "console.pdf, console.pdf",
        "...htaccess, htaccess",
        ".pdf, pdf",
        "意见书.pdf. ., 意见书.pdf",
        "<img src=x onerror=alert(1)>.pdf, _img src=x onerror=alert(1)_.pdf",
        "意见|书*?.pdf, 意见_书__.pdf"
    })
    void nameIsHarmlessForWhoeverSavesIt(String original, String shown) {
        assertThat(DisplayName.of(original)).isEqualTo(shown);
    }

    @Test
    void signsThatAreNotSeenBecomeSeen() {
        assertThat(DisplayName.of("扫描\r\n件\0.pdf")).isEqualTo("扫描__件_.pdf");
        assertThat(DisplayName.of("发票\u202efdp.exe")).isEqualTo("发票_fdp.exe");
        assertThat(DisplayName.of("\u200b\ufeff意见\u2028书.pdf")).isEqualTo("__意见_书.pdf");
        assertThat(DisplayName.of("半\ud800个.pdf")).isEqualTo("半_个.pdf");
        assertThat(DisplayName.of("𠮷.pdf")).isEqualTo("𠮷.pdf");
        assertThat(DisplayName.of("意\"见\".pdf")).isEqualTo("意_见_.pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "..", "...", " . ", "a/", "\\"})
    void nameOfWhichNothingIsLeftIsReplaced(String original) {
        assertThat(DisplayName.of(original)).isEqualTo("附件");
    }

    @Test
    void endlessNameKeepsItsEndWithoutCuttingASignInTwo() {
        assertThat(DisplayName.of("长".repeat(5000) + ".pdf")).hasSize(200).endsWith("长.pdf");
        String rare = DisplayName.of("𠮷".repeat(5000) + ".PDF!");
        assertThat(rare).hasSize(199).endsWith("𠮷.PDF!");
        assertThat(Character.isHighSurrogate(rare.charAt(0))).isTrue();
    }
}
