package org.amelionboarding.dossier;

/** Where the Carte Vitale and the CEAM are sent. */
public record PostalAddress(String street, String postalCode, String city) {

    @Override
    public String toString() {
        return "PostalAddress[…]";
    }
}
