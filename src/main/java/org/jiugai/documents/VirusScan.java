package org.jiugai.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks a ClamAV daemon about what is uploaded, where one is configured. Without an answer nothing is accepted. */
@Component
public class VirusScan {
    private static final Logger LOG = LoggerFactory.getLogger(VirusScan.class);
    private final FileRules.Clamav clamav;

    VirusScan(FileRules rules) {
        this.clamav = rules.clamav();
    }

    void check(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            check(content);
        }
    }

    /** @throws FileRefused when a virus is found, or the scanner does not say that there is none */
    public void check(byte[] content) {
        check(new ByteArrayInputStream(content));
    }

    private void check(InputStream content) {
        if (clamav.address().isBlank()) return;
        String answer;
        try {
            answer = Clamd.scan(clamav.address().strip(), clamav.timeout(), content);
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("ClamAV at {} did not scan an upload: {}", clamav.address(), e.toString());
            throw notScanned();
        }
        if (answer.equals("stream: OK")) return;
        LOG.warn("ClamAV: {}", answer);
        if (answer.endsWith(" FOUND")) throw new FileRefused("virus", "文件中发现病毒，不能上传；请用杀毒软件检查您的电脑");
        throw notScanned();
    }

    private static FileRefused notScanned() {
        return new FileRefused("notScanned", "病毒扫描暂时无法进行，文件未上传；请稍后重试，或联系系统管理员");
    }
}
