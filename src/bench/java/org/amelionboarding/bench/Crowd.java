package org.amelionboarding.bench;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.amelionboarding.dossier.Cipher;
import org.amelionboarding.dossier.CrowdNames;
import org.amelionboarding.dossier.DossierNumber;
import org.amelionboarding.dossier.Identity;
import org.amelionboarding.dossier.SealedJson;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Fictitious students by the thousand: clones of a few real ones, each with a number, a NIR, names and an age of its own,
 * and with all that the application and the engine keep of the original. By SQL, so that it takes seconds. H2 only.
 */
@TestComponent
public class Crowd {

    private static final List<String> FAMILY_NAMES = List.of(
            "Nguyễn", "Trần", "Lê", "Diop", "Ndiaye", "El Amrani", "Benali", "Haddad", "Kowalska", "Żółćiński", "Silva",
            "García López", "Reyes", "Müller", "Schäfer", "Rossi", "Wang", "Li", "Zhang", "Chen", "Okafor", "Mensah",
            "Sharma", "Patel", "Kim", "Park", "Tanaka", "O’Connor", "Smith", "Johnson", "Ivanova", "Popescu",
            "Saint-Exupéry", "Traoré", "Koné", "Bá", "Rakoto", "Yılmaz", "Øster", "Papadopoulou");

    private static final List<String> GIVEN_NAMES = List.of(
            "Zofia Maria", "Minh", "Salma", "Arjun", "Fatou", "Chidi", "Lucía", "José", "Anna", "Noémie", "Élodie",
            "Wei", "Xiao-Ling", "Mohammed", "Aïcha", "Björn", "Ioana", "Kofi", "Jean-Baptiste", "Thị Mai", "Yuki",
            "Olena", "Priya", "Liam", "Giulia", "Ahmed", "Sara", "Daniel", "Hanna", "Émile");

    private final CrowdStates states;
    private final JdbcTemplate jdbc;
    private final Cipher cipher;
    private final SealedJson sealed;
    private final CrowdNames names;

    private final SecureRandom numbers = new SecureRandom();
    /** The same crowd each time. */
    private final Random chance = new Random(22);

    Crowd(CrowdStates states, JdbcTemplate jdbc, Cipher cipher, SealedJson sealed, CrowdNames names) {
        this.states = states;
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.sealed = sealed;
        this.names = names;
    }

    /** Once for a database. */
    public void gather(int size) {
        if (count() >= size) {
            return;
        }
        List<String> originals = states.all();
        jdbc.update("update message set status = 'SENT', sent_at = queued_at, payload = null where status = 'QUEUED'");
        jdbc.execute("create table crowd (n int primary key, original varchar(9), number varchar(9), nir varbinary,"
                + " provisional varbinary, identity varbinary, mobile varbinary, email varbinary, younger bigint)");
        List<Identity> identities = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (int n = 1; n <= size; n++) {
            Identity identity = new Identity(
                    any(FAMILY_NAMES), any(GIVEN_NAMES), LocalDate.of(1998, 1, 1).plusDays(chance.nextInt(3000)));
            identities.add(identity);
            rows.add(row(n, originals.get(n % originals.size()), identity));
        }
        jdbc.batchUpdate("insert into crowd values (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
        new Clones(jdbc).make();
        for (int n = 1; n <= size; n++) {
            keepNames(rows.get(n - 1)[2].toString(), identities.get(n - 1));
        }
        jdbc.execute("drop table crowd");
        jdbc.execute("analyze");
    }

    public int count() {
        return jdbc.queryForObject("select count(*) from dossier", Integer.class);
    }

    private void keepNames(String number, Identity identity) {
        if (jdbc.queryForObject("select identity is not null from dossier where number = ?", Boolean.class, number)) {
            names.keep(number, identity);
        }
    }

    /** Three in ten are of the last weeks, the others of the last year. */
    private Object[] row(int n, String original, Identity identity) {
        String number = DossierNumber.random(numbers);
        String place = "%02d%02d99%03d%03d".formatted(n / 12 % 30, 1 + n % 12, 100 + n / 999 % 890, 1 + n % 999);
        int days = chance.nextInt(10) < 3 ? chance.nextInt(20) : 20 + chance.nextInt(330);
        String email = number.toLowerCase(Locale.ROOT) + "@mailbox.example";
        return new Object[] {
            n,
            original,
            number,
            cipher.sealFindably("2" + place, "nir"),
            cipher.sealFindably("7" + place, "provisional-number"),
            sealed.seal(identity, "identity"),
            cipher.sealFindably("+336%08d".formatted(n), "mobile"),
            cipher.sealFindably(email, "email"),
            days * 86400L + chance.nextInt(86400)
        };
    }

    private String any(List<String> some) {
        return some.get(chance.nextInt(some.size()));
    }
}
