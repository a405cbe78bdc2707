package org.amelionboarding.retention;

import java.time.temporal.TemporalAmount;

/**
 * What is deleted once it is old enough.
 *
 * @param table where it stands
 * @param key columns of its primary key
 * @param old condition with the parameter {@code :before}, a moment
 * @param age what lies between now and that moment
 */
record AgeRule(Act act, String table, String key, String old, TemporalAmount age) {

    /** Deletes {@code :most} rows. Another node that has come first has them locked; then they are gone. */
    String statement() {
        return "delete from " + table + " where (" + key + ") in (select " + key + " from " + table + " where " + old
                + " order by " + key + " fetch first :most rows only)";
    }
}
