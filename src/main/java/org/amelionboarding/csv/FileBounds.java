package org.amelionboarding.csv;

import org.springframework.util.unit.DataSize;

/**
 * How much of a file is read.
 *
 * @param mostLines lines beside the header
 * @param longestLine characters of one line
 */
public record FileBounds(DataSize largestFile, int mostLines, int longestLine) {

    /** @throws FileRefused if the file is larger */
    public byte[] checked(byte[] file) {
        if (file.length > largestFile.toBytes()) {
            throw new FileRefused(FileProblem.TOO_LARGE);
        }
        return file;
    }
}
