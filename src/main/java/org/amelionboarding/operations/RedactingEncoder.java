package org.amelionboarding.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;

/** Writes lines as another encoder does, JSON or text, through {@link Redaction}. */
class RedactingEncoder extends EncoderBase<ILoggingEvent> {

    private final Encoder<ILoggingEvent> lines;

    RedactingEncoder(Encoder<ILoggingEvent> lines) {
        this.lines = lines;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return Redaction.of(new String(lines.encode(event), UTF_8)).getBytes(UTF_8);
    }

    @Override
    public byte[] headerBytes() {
        return lines.headerBytes();
    }

    @Override
    public byte[] footerBytes() {
        return lines.footerBytes();
    }

    @Override
    public void stop() {
        super.stop();
        lines.stop();
    }
}
