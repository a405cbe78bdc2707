package org.amelionboarding.dossier;

import static java.util.stream.Collectors.toCollection;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds dossiers by name though the names are sealed: a blind index, which holds a keyed digest of each word of the
 * names and of what it begins with, from three letters on.
 *
 * <p>What it gives away to somebody who has the database and not the keys: that two dossiers share a word or a
 * beginning, how many there are in one name (about its length), and so how frequent each is. With a list of names and
 * their frequencies such a person can guess the commonest ones. It does not tell where in a name a word stands, nor any
 * name that few have. It is erased as soon as the identity is.
 */
@Component
public class NameIndex {

    private static final String PURPOSE = "name-index";

    private final JdbcTemplate jdbc;
    private final Cipher cipher;

    NameIndex(JdbcTemplate jdbc, Cipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** In the order of the digests: that of the letters would tell which of them belong together. */
    void keep(String dossier, Identity identity) {
        Set<String> digests = digests(NameWords.of(identity.familyName() + ' ' + identity.givenNames()).stream()
                .flatMap(NameWords::withBeginnings));
        List<Object[]> rows =
                digests.stream().map(digest -> new Object[] {digest, dossier}).toList();
        jdbc.batchUpdate("insert into dossier_name (digest, dossier) values (?, ?)", rows);
    }

    void erase(String dossier) {
        jdbc.update("delete from dossier_name where dossier = ?", dossier);
    }

    /**
     * What a dossier's rows in {@code dossier_name} must all have for its names to be meant.
     *
     * @param typed words or beginnings of words, in any order and spelling; shorter ones than three letters are words
     * @return empty if there is nothing to look for
     */
    public Set<String> digests(String typed) {
        return digests(NameWords.of(typed).stream());
    }

    private Set<String> digests(Stream<String> words) {
        return words.map(word -> cipher.digest(word, PURPOSE)).collect(toCollection(TreeSet::new));
    }
}
