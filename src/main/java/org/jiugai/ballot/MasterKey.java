package org.jiugai.ballot;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jiugai.kernel.RuleViolation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key of this installation that wraps the keys of votes. It lies in a file beside the database, never in it: whoever has only the one
 * reads no ballot. Nodes that share a database share the file.
 */
@Component
class MasterKey {
    private static final int BYTES = 32;
    private static final Logger log = LoggerFactory.getLogger(MasterKey.class);
    private final Path file;

    MasterKey(@Value("${jiugai.ballot.key-file:./data/keys/ballot.key}") Path file) {
        this.file = file;
    }

    /** The key; drawn when there is none, so that one of several who draw at once wins. Only for a round that has no sealed ballot yet. */
    SecretKey keyOrNew() {
        try {
            if (!Files.exists(file)) draw();
        } catch (IOException e) {
            throw new IllegalStateException("cannot draw the key of the ballots: " + file, e);
        }
        return key();
    }

    /** @throws RuleViolation when the file is not there: a new key would open nothing */
    SecretKey key() {
        if (!Files.exists(file))
            throw new RuleViolation("ballot.keyMissing", "表决密钥文件不在 " + file + "，选票既不能封存也不能计票；请系统管理员从备份恢复该文件");
        try {
            byte[] key = Files.readAllBytes(file);
            if (key.length != BYTES) throw new IllegalStateException("not a key of " + BYTES + " bytes: " + file);
            return new SecretKeySpec(key, "AES");
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the key of the ballots: " + file, e);
        }
    }

    private void draw() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) Files.createDirectories(folder);
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path fresh = Files.createTempFile(folder, "ballot", ".new");
        Files.write(fresh, key, StandardOpenOption.TRUNCATE_EXISTING);
        if (Files.getFileStore(fresh).supportsFileAttributeView("posix"))
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException lost) {
            log.debug("somebody else was faster; his key counts", lost);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
