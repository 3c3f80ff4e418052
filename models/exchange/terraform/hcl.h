// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

// Text in HashiCorp's configuration language, laid out as "terraform fmt" does.
namespace Sluice::Hcl {

struct Attribute;

// A value: an expression on one line, an object or a list.
struct Value {
    enum class Kind { Expression, Object, List };

    Kind kind = Kind::Expression;
    QString expression;
    QList<Attribute> attributes;
    QList<Value> items;
};

struct Attribute {
    QString name; // as it is written: an identifier, or a quoted text
    Value value;
};

Value expression(const QString &expression); // taken as it is: 5432, var.region
Value text(const QString &text);             // quoted
Value object(const QList<Attribute> &attributes);
Value list(const QList<Value> &items);

// A text in quotes. Escapes quotes, backslashes, line ends, control characters and the openings of
// a template ("${", "%{").
QString quoted(const QString &text);

// A whole block with a newline at its end. head is the text before the brace. A blank line comes
// before each attribute of several lines.
QString block(const QString &head, const QList<Attribute> &attributes);

// Blocks turned into comments, a line each.
QString commented(const QString &blocks);

// A comment of one line. Characters that would end it or hide in it become U+FFFD.
QString comment(const QString &text);

} // namespace Sluice::Hcl
