package org.amelionboarding.dossier;

import java.util.Locale;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;

/**
 * The indicative strength of a password, 0–4: fewer than 10³, 10⁶, 10⁸, 10¹⁰ guesses, or more.
 *
 * <p>Bounded, because it runs while people type: only the first characters are estimated, and where the best reading is
 * not found in time the estimator falls back to a quick one. The search for near misses is off: it costs more than all
 * the rest on short passwords, and {@link CommonPasswords} refuses the nearest.
 */
final class PasswordStrength {

    private static final int ESTIMATED_CHARACTERS = 32;
    private static final long LONGEST_SEARCH_MILLISECONDS = 20;

    private final Nbvcxz estimator = new Nbvcxz(new ConfigurationBuilder()
            .setLocale(Locale.ROOT)
            .setDistanceCalc(false)
            .setMaxLength(ESTIMATED_CHARACTERS)
            .setCombinationAlgorithmTimeout(LONGEST_SEARCH_MILLISECONDS)
            .createConfiguration());

    int of(String password) {
        return estimator.estimate(password).getBasicScore();
    }
}
