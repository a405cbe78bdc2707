package org.amelionboarding.message;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that answers what it is told to. Steps are the SMTP verbs, {@code .} for the end of the content; the
 * answer {@link #SILENCE} keeps the client waiting, {@link #HANG_UP} closes the connection.
 */
class ScriptedSmtpServer implements AutoCloseable {

    static final String SILENCE = "";
    static final String HANG_UP = "hang up";

    private static final String CONTENT_END = ".";

    private final ServerSocket server;
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final List<String> steps = new CopyOnWriteArrayList<>();
    private final Map<String, String> script = new ConcurrentHashMap<>(Map.of("DATA", "354 go on", "QUIT", "221 bye"));

    ScriptedSmtpServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        new Thread(this::accept, "scripted-smtp").start();
    }

    ScriptedSmtpServer answering(String step, String answer) {
        script.put(step, answer);
        return this;
    }

    int port() {
        return server.getLocalPort();
    }

    long count(String step) {
        return steps.stream().filter(step::equals).count();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket client : clients) {
            client.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                clients.add(client);
                new Thread(() -> talk(client), "scripted-smtp-client").start();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void talk(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = client.getOutputStream();
            reply(out, "220 scripted");
            boolean content = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (content && !line.equals(CONTENT_END)) {
                    continue;
                }
                String step = content ? CONTENT_END : line.split(" ")[0];
                steps.add(step);
                String answer = script.getOrDefault(step, "250 ok");
                if (answer.equals(HANG_UP)) {
                    return;
                }
                reply(out, answer);
                content = step.equals("DATA") && answer.startsWith("354");
            }
        } catch (IOException closed) {
            // The client or the test has gone.
        }
    }

    private static void reply(OutputStream out, String answer) throws IOException {
        if (!answer.equals(SILENCE)) {
            out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
