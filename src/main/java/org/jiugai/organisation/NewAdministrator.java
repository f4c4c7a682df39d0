package org.jiugai.organisation;

/**
 * The first administrator and where he is, as entered.
 *
 * @param cityCode of the city above the county; blank when only the county is administered here
 * @param password his own choice, or one that he must change
 */
public record NewAdministrator(
        String cityCode,
        String cityName,
        String countyCode,
        String countyName,
        String officeName,
        String person,
        String personName,
        String password) {
    boolean hasCity() {
        return !cityCode.isBlank() || !cityName.isBlank();
    }
}
