// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <vector>

namespace Sluice {

// Prepares JSON text so that QJsonDocument reads it exactly. Puts numbers that QJsonDocument would
// change into boxes (see JsonNumber), and escapes a byte order mark that it would drop from the
// start of a text. Nearly all text has neither and costs one look at each byte.
class ExactJson
{
public:
    explicit ExactJson(const QByteArray &json);

    // The text for QJsonDocument.
    const QByteArray &text() const { return m_text; }

    // The place in the original text for a place in text().
    qsizetype offsetBefore(qsizetype offset) const;

    // The place of the first thing that is no JSON but that QJsonDocument accepts and reads as
    // something else: the number "1." or ".5", the "\" of "C:\data" in a text. -1: there is none.
    qsizetype misread() const { return m_misread; }

private:
    // A replacement of some bytes; of none, when something is added.
    struct Piece {
        qsizetype offset = 0;
        qsizetype length = 0;
        QByteArray text;
    };

    void scan(const QByteArray &json);
    qsizetype readNumber(const QByteArray &json, qsizetype start);
    qsizetype readText(const QByteArray &json, qsizetype start);
    void checkEscapes(QByteArrayView text, qsizetype offset);
    void addMisread(qsizetype offset);

    QByteArray m_text;
    std::vector<Piece> m_pieces;
    qsizetype m_misread = -1;
};

} // namespace Sluice
