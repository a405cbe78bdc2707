package org.amelionboarding.casework;

import java.util.List;

/**
 * One page of the list.
 *
 * @param page from 1 on
 * @param total of all pages
 */
record DossierRows(List<DossierRow> rows, int page, long total) {

    /** Rows of a page. */
    static final int SIZE = 50;

    /** One at least, empty. */
    public long pages() {
        return pages(total);
    }

    /** The asked page, or the nearest that there is. */
    static int nearest(int page, long total) {
        return (int) Math.max(1, Math.min(page, pages(total)));
    }

    private static long pages(long total) {
        return Math.max(1, (total + SIZE - 1) / SIZE);
    }
}
