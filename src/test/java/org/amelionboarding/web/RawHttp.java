package org.amelionboarding.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** HTTP written by hand, for what a well-behaved client refuses to send. */
public final class RawHttp {

    private RawHttp() {}

    /**
     * Posts JSON, with a Host header only if it is among the headers.
     *
     * @return the status line
     */
    public static String post(int port, String path, String json, String... headers) {
        boolean hasHost = Arrays.stream(headers).anyMatch(header -> header.startsWith("Host:"));
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head = "POST " + path + " HTTP/1.1\r\n" + (hasHost ? "" : "Host: localhost\r\n")
                + String.join("\r\n", headers) + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
