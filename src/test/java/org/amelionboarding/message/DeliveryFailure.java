package org.amelionboarding.message;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a {@link DeliveryException} says, comparable; null when nothing failed. */
record DeliveryFailure(String code, boolean permanent) {

    static DeliveryFailure permanent(String code) {
        return new DeliveryFailure(code, true);
    }

    static DeliveryFailure passing(String code) {
        return new DeliveryFailure(code, false);
    }

    static DeliveryFailure of(ThrowingCallable sending) {
        DeliveryException failure = catchThrowableOfType(DeliveryException.class, sending);
        return failure == null ? null : new DeliveryFailure(failure.code(), failure.permanent());
    }
}
