package org.amelionboarding.message;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.amelionboarding.message.DeliveryException.Kind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a {@link DeliveryException} says, comparable; null when nothing failed. */
record DeliveryFailure(String code, Kind kind) {

    static DeliveryFailure permanent(String code) {
        return new DeliveryFailure(code, Kind.PERMANENT);
    }

    static DeliveryFailure passing(String code) {
        return new DeliveryFailure(code, Kind.PASSING);
    }

    static DeliveryFailure channel(String code) {
        return new DeliveryFailure(code, Kind.CHANNEL);
    }

    static DeliveryFailure unknown(String code) {
        return new DeliveryFailure(code, Kind.UNKNOWN);
    }

    static DeliveryFailure of(ThrowingCallable sending) {
        DeliveryException failure = catchThrowableOfType(DeliveryException.class, sending);
        return failure == null ? null : new DeliveryFailure(failure.code(), failure.kind());
    }
}
