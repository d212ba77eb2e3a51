package org.gfpaudit.testdata.mutate;

import java.util.Optional;

/** A way to change the code around a site. */
sealed interface Mutation permits Template, Rewrite {
  /** What it is known by. */
  String name();

  /** A copy of a site's function in which the code is changed, if the mutation fits the site. */
  Optional<Mutant> of(Site site, Filling filling);
}
