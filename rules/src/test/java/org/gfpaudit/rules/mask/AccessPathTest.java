package org.gfpaudit.rules.mask;

import static org.gfpaudit.rules.mask.Samples.place;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccessPathTest {

  private static AccessPath path(AccessPath root, String... steps) {
    AccessPath path = root;
    for (String step : steps) {
      path = path.then(step, place(1));
    }
    return path;
  }

  @Test
  void pathsReadLikeC() {
    AccessPath path = path(AccessPath.param(1), "inode", "i_mapping");
    assertEquals("arg1->inode->i_mapping", path.toString());
    assertEquals("rac->inode->i_mapping", path.text(List.of("page", "rac")));
    assertEquals("arg1->inode->i_mapping", path.text(List.of("page")));
  }

  @Test
  void longPathsBecomeOpaque() {
    AccessPath path = AccessPath.global("g");
    for (int i = 0; i < AccessPath.MAX_STEPS; i++) {
      path = path.then("next", place(3));
    }
    assertFalse(path.isOpaque());
    AccessPath longer = path.then("next", place(3));
    assertTrue(longer.isOpaque());
    assertNotEquals(longer, path.then("next", place(4)));
  }

  @Test
  void aCalleesPathStartsAtTheArgument() {
    AccessPath inCallee = path(AccessPath.param(0), "i_mapping");
    AccessPath argument = path(AccessPath.local("dentry", 7), "d_inode");
    assertEquals("dentry->d_inode->i_mapping", inCallee.rebase(argument, place(1)).toString());
  }

  @Test
  void onlyTwoParametersAreProvenDifferent() {
    AccessPath from = path(AccessPath.param(0), "i_mapping");
    AccessPath to = path(AccessPath.param(1), "i_mapping");
    assertTrue(from.isProvenDifferentFrom(to));
    assertFalse(from.isProvenDifferentFrom(from));
    assertFalse(from.isProvenDifferentFrom(path(AccessPath.param(1), "f_mapping")));
    assertFalse(from.isProvenDifferentFrom(path(AccessPath.local("x", 1), "i_mapping")));
    assertFalse(from.isProvenDifferentFrom(path(AccessPath.global("x"), "i_mapping")));
    assertFalse(
        path(AccessPath.opaque("a()", place(1)))
            .isProvenDifferentFrom(path(AccessPath.opaque("b()", place(2)))));
  }

  @Test
  void aParameterIsProvenDifferentFromWhatWasMadeLater() {
    AccessPath parameter = path(AccessPath.param(0), "i_mapping");
    AccessPath made = path(AccessPath.fresh("new_inode(sb)", place(1)), "i_mapping");
    AccessPath madeLater = path(AccessPath.fresh("new_inode(sb)", place(2)), "i_mapping");
    assertTrue(parameter.isProvenDifferentFrom(made));
    assertTrue(made.isProvenDifferentFrom(parameter));
    assertFalse(made.isProvenDifferentFrom(madeLater));
    assertFalse(made.isProvenDifferentFrom(path(AccessPath.global("g"), "i_mapping")));
    assertFalse(path(AccessPath.global("g"), "i_mapping").isProvenDifferentFrom(made));
    assertFalse(path(AccessPath.param(0), "f_mapping").isProvenDifferentFrom(made));
    assertTrue(AccessPath.param(0).isProvenDifferentFrom(made));
    assertTrue(made.isProvenDifferentFrom(AccessPath.param(0)));
    assertFalse(AccessPath.global("g").isProvenDifferentFrom(made));
  }
}
