package org.jiugai.startup;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** PostgreSQL inside the process, so that one command runs everything. Durable: fsync on; loopback only. Not in production. */
@Configuration(proxyBeanMethods = false)
@Profile("!production")
class EmbeddedDatabase {
    @Bean(destroyMethod = "close")
    DataFolder dataFolder(@Value("${jiugai.database.directory}") Path directory) {
        return DataFolder.claim(directory);
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres(
            DataFolder folder,
            @Value("${jiugai.database.port}") int port,
            @Value("${jiugai.database.durable:true}") boolean durable)
            throws IOException {
        folder.ensureDatabaseCanListen(port);
        String sync = durable ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.postgres())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.binaries().toFile())
                .setServerConfig("fsync", sync)
                .setServerConfig("synchronous_commit", sync)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "60")
                .setServerConfig("timezone", "Asia/Shanghai")
                .setLocaleConfig("encoding", "UTF8")
                .setLocaleConfig("locale", "C.UTF-8")
                .setRegisterShutdownHook(false)
                .setOutputRedirector(
                        ProcessBuilder.Redirect.to(new File(folder.root().toFile(), "postgres.log")))
                .setErrorRedirector(
                        ProcessBuilder.Redirect.to(new File(folder.root().toFile(), "postgres.log")))
                .start();
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        pool.setUsername("postgres");
        pool.setPoolName("main");
        pool.setMaximumPoolSize(20);
        return pool;
    }
}
