package org.jiugai.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Somebody at an address claims to be a person. */
record Attempt(String person, String address) {
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
    private static final int NETWORK_BYTES = 8;

    static Attempt of(String person, String remoteAddress) {
        return new Attempt(person, network(remoteAddress));
    }

    /** Whoever has one IPv6 address has all of its network: they count as one. */
    private static String network(String address) {
        if (!IPV6.matcher(address).matches()) return address;
        try {
            InetAddress parsed = InetAddress.getByName(address);
            if (!(parsed instanceof Inet6Address)) return parsed.getHostAddress();
            byte[] network = Arrays.copyOf(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES), 2 * NETWORK_BYTES);
            return InetAddress.getByAddress(network).getHostAddress() + "/64";
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }

    /** What is counted; not readable, because people type passwords into the wrong field. */
    String subject(Scope scope) {
        String text =
                switch (scope) {
                    case PAIR -> person + '\n' + address;
                    case ACCOUNT -> person;
                    case ADDRESS -> address;
                };
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    enum Scope {
        PAIR,
        ACCOUNT,
        ADDRESS
    }
}
