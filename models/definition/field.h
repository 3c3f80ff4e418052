// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/definitionpath.h"

#include <span>

namespace Sluice {

// The pages of the wizard and the sections of the editor, in their order.
enum class Section {
    Basics,
    SourceType,
    SourceConnection,
    Tables,
    TargetType,
    TargetConnection,
    TargetSettings,
    Advanced,
};

enum class FieldKind {
    Text,
    Number, // JSON integer within minimum and maximum
    Choice, // one of choices, upper case on the wire, any case read
    Type,   // the discriminator of source or target: changing it swaps the rows below it
    Runner, // agentId, chosen from the account's streaming runners or typed
    Secret, // object {secretType, secretLocation, secretName, secretKey}, never a secret itself
    Map,    // object of names to text, number or true/false
    Tables, // array of {schema, table}
    Group,  // no value of its own: frames the rows whose paths lie below its path
};

// What else may be typed or pasted into a text field: an address that people have at hand.
enum class Reads { Text, DatabaseAddress, SnowflakeAccount };

struct Choice {
    const char *value;          // as the API writes it
    const char *label;          // QT_TRANSLATE_NOOP("Form", ...)
    const char *help = nullptr; // one line, QT_TRANSLATE_NOOP("Form", ...)
};

// One field of a definition, written once. Widget, label, check, page and JSON path come from this
// row.
struct Field {
    const char *path;  // dotted path in the definition
    const char *label; // QT_TRANSLATE_NOOP("Form", ...)
    FieldKind kind = FieldKind::Text;
    Section section = Section::Basics;
    bool required = false;
    int minimum = 0;
    int maximum = 0;
    std::span<const Choice> choices = {};
    const char *preset = nullptr;      // value of a new definition; a number for Number
    const char *hint = nullptr;        // what to do when it is empty: "Enter a username."
    const char *help = nullptr;        // one line below the field
    const char *placeholder = nullptr; // example in the empty field
    // What a change of the field (for tables: a removal) may cause: QT_TRANSLATE_NOOP("Form", "May
    // ...").
    const char *risk = nullptr;
    // A regular expression for what is probably a mistake in this text. advice says what to do
    // then.
    const char *doubtful = nullptr;
    const char *advice = nullptr; // QT_TRANSLATE_NOOP("Form", "Enter ... alone ...")
    Reads reads = Reads::Text;

    DefinitionPath definitionPath() const
    {
        return DefinitionPath::fromText(QString::fromLatin1(path));
    }
};

// A source or target type and its fields. fields lists them in the order of the page.
struct TypeInfo {
    const char *id;          // value of "type"
    const char *label;       // product name, QT_TRANSLATE_NOOP("Form", ...)
    const char *mark;        // monogram of a source ("MS"), icon name of a target ("snowflake")
    const char *description; // one line for its card, QT_TRANSLATE_NOOP("Form", ...)
    std::span<const Field> fields = {};
    int usualPort = 0;      // sources only
    bool documented = true; // false: not yet documented by the vendor (GCS)
};

} // namespace Sluice
