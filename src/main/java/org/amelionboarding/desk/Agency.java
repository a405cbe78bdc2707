package org.amelionboarding.desk;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * One reception point of the Assurance Maladie. Addresses and hours change without notice, so each carries the day on
 * which an advisor last checked it.
 *
 * @param version 0 until it is kept; of two changes at the same time one fails
 */
record Agency(
        @Id String id,
        @Version int version,
        String name,
        String street,
        String postalCode,
        String town,
        String openingHours,
        LocalDate verifiedOn) {

    Agency verified(LocalDate day) {
        return new Agency(id, version, name, street, postalCode, town, openingHours, day);
    }
}
