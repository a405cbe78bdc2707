package org.amelionboarding.message;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what the outbox tells the rest of the application, and fails when a test wants it to. */
@Component
class News {

    private final List<Object> heard = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    @EventListener({Undeliverable.class, ChannelDown.class, ChannelRestored.class})
    void hear(Object event) {
        if (broken) {
            throw new IllegalStateException("The listener is broken");
        }
        heard.add(event);
    }

    /** Everything since the last {@link #forget}. */
    List<Object> heard() {
        return heard;
    }

    void breakDown() {
        broken = true;
    }

    void mend() {
        broken = false;
    }

    void forget() {
        mend();
        heard.clear();
    }
}
