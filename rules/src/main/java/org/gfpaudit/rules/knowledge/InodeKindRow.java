package org.gfpaudit.rules.knowledge;

import java.util.Optional;
import org.gfpaudit.rules.finding.InodeKind;

/**
 * How code shows what kind an inode is.
 *
 * @param how what {@code name} is
 * @param name a function, macro, field, or {@code "struct.field"} of a table of operations
 * @param by for {@link How#OPERATION} the type of the parameter that leads to the inode
 * @param kind what it is; empty for a {@link How#WAY}
 */
public record InodeKindRow(
    How how,
    String name,
    Optional<String> by,
    Optional<InodeKind> kind,
    VersionRange versions,
    String origin)
    implements Row {

  /** What tells the kind. */
  public enum How {
    /** The object that the function returns. */
    RESULT,
    /** The mapping that the function is handed. */
    SINK,
    /** The object that the field leads to. */
    FIELD,
    /** The macro, or the constant that is compared with, is true of such an inode. */
    TEST,
    /** A function that stands in this field of a table gets such an inode. */
    OPERATION,
    /** A function that stands in this field of a table makes such an inode. */
    MAKER,
    /** The function sets up the address_space that its first argument points to. */
    EMBEDS,
    /** The field leads from one name of an inode or its mapping to another. */
    WAY
  }
}
