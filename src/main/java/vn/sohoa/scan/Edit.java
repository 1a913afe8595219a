package vn.sohoa.scan;

import java.util.UUID;
import vn.sohoa.organization.Person;

/**
 * The right of a person to change a document that they have on their desk.
 *
 * @param version that the person saw: the fence against another tab and another person
 */
public record Edit(UUID document, int version, Person person) {}
