package org.amelionboarding.dossier;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Tells network addresses apart without keeping them. All IPv6 addresses of one network (the first 64 bits) count as
 * one: its owner has more of them than anybody could wait for.
 */
@Component
public class Origins {

    private static final int NETWORK_BYTES = 8;

    private final Cipher cipher;

    Origins(Cipher cipher) {
        this.cipher = cipher;
    }

    /** A keyed digest. */
    public String of(String address) {
        return cipher.digest(network(address), "origin");
    }

    /** Whatever has a colon is taken for a literal: nothing is asked of the name service. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(NETWORK_BYTES, bytes.length));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
