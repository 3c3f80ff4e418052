// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

namespace Sluice {

// Writes JSON values as text, numbers as they were read (see JsonNumber).
class JsonWriter
{
public:
    enum class Form {
        Compact,  // one line, no blanks, nothing escaped that need not be
        Indented, // two spaces a level, one value a line, unsafe characters escaped
    };

    explicit JsonWriter(Form form)
        : m_form(form)
    {}

    QByteArray text(const QJsonValue &value);

private:
    void write(const QJsonValue &value);
    void writeObject(const QJsonObject &object);
    void writeArray(const QJsonArray &array);
    void writeText(QStringView text);
    void startLine();

    Form m_form;
    QByteArray m_text;
    int m_level = 0;
};

} // namespace Sluice
