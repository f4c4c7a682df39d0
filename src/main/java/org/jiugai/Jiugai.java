package org.jiugai;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: one process, one database, every room of {@code org.jiugai}. */
@SpringBootApplication
public class Jiugai {
    public static void main(String[] args) {
        SpringApplication.run(Jiugai.class, args);
    }
}
