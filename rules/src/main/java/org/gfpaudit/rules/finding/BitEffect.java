package org.gfpaudit.rules.finding;

import java.util.Locale;

/** What setting the mask of a mapping does to one bit of it. */
public enum BitEffect {
  /** The new mask certainly lacks the bit. */
  CLEARS,
  /** The new mask has the bit if the mapping's old one had it. */
  KEEPS,
  /** A constant sets the bit, whatever the mapping's old mask was. */
  GIVES,
  /** It depends on a field, another mapping or something that could not be followed. */
  DEPENDS;

  /** The word used in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
