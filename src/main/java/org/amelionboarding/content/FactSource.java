package org.amelionboarding.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The facts of one language: those that ship with the application, or those of the advisors' file, which is read anew
 * when it has changed. A broken file is logged once, and what was good before goes on.
 */
class FactSource {

    private static final Logger LOG = LoggerFactory.getLogger(FactSource.class);
    private static final long LARGEST_FILE = 100_000;

    /** What tells one version of the file from another. */
    private record Version(FileTime modified, long size) {

        private static final Version NONE = new Version(null, 0);

        static Version of(Path file) throws IOException {
            try {
                BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
                return new Version(found.lastModifiedTime(), found.size());
            } catch (NoSuchFileException e) {
                return NONE;
            }
        }
    }

    private final Path file;
    private final List<Fact> shipped;
    private List<Fact> current;
    private Version known = Version.NONE;

    /** @param file the advisors' file, which need not exist */
    FactSource(Path file, List<Fact> shipped) {
        this.file = file;
        this.shipped = shipped;
        this.current = shipped;
    }

    synchronized List<Fact> facts() {
        try {
            Version found = Version.of(file);
            if (!found.equals(known)) {
                known = found;
                current = found.equals(Version.NONE) ? shipped : read(found);
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("Facts go on as they were, {} cannot be read: {}", file, e.toString());
        }
        return current;
    }

    private List<Fact> read(Version version) throws IOException {
        if (version.size() > LARGEST_FILE) {
            throw new IllegalArgumentException("more than " + LARGEST_FILE + " bytes");
        }
        List<Fact> facts = FactFile.read(Files.readString(file, UTF_8));
        LOG.info("Facts are those of {}", file);
        return facts;
    }
}
