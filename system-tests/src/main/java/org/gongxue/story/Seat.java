package org.gongxue.story;

/**
 * A unit with those who act for its workers.
 *
 * @param unit where people work
 * @param recommender the officer who registers, applies and recommends for them
 * @param reviewer the officer above who reviews
 */
record Seat(Unit unit, String recommender, String reviewer) {

    /** How many places of work there are: a firm under each district and zone, then the municipal units. */
    static final int PLACES = Unit.FIRMS.size() + Unit.MUNICIPAL.size();

    /** The seat at a place of work, from 0. */
    static Seat at(int place) {
        if (place < Unit.FIRMS.size()) {
            return new Seat(Unit.FIRMS.get(place), Staff.recommender(place), Staff.district(place));
        }
        return new Seat(Unit.MUNICIPAL.get(place - Unit.FIRMS.size()), Staff.recommender(place), Staff.CITY_OFFICER);
    }

    /** The seat in the state-owned firm, for whose workers the district's officer does everything. */
    static Seat inStateFirm() {
        Unit district = Unit.STATE_FIRM.above();
        String officer = Staff.district(Unit.DISTRICTS.indexOf(district));
        return new Seat(Unit.STATE_FIRM, officer, officer);
    }

    /** The unit that holds the places for people who work here: the district of a firm, or the municipal unit itself. */
    Unit holder() {
        return unit.isGrassroots() ? unit.above() : unit;
    }

    /** The officer who hands in certificates for them: twelve for the districts, two for the municipal units. */
    String certifier() {
        return unit.isGrassroots() ? reviewer : recommender;
    }
}
