// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/referencesuggestions.h"

class QCompleter;

namespace Sluice {

class SecretPart;

// Offers the references that are in use below a line: those that contain the typed text, or all
// when the user asks for the list.
class SecretList final : public QObject
{
    Q_OBJECT

public:
    // sources: with a monitor. field: the last key of the place, "password".
    SecretList(const ReferenceSources &sources, const QString &field, QObject *parent);

    // From now on it opens below this line.
    void offerAt(SecretPart *line);

    // Only references of this provider; empty: all.
    void setProvider(const std::function<QString()> &provider) { m_provider = provider; }

Q_SIGNALS:
    void chosen(const Sluice::SecretReference &reference);

private:
    void open(SecretPart *line, const QString &text);
    void load();
    int width() const;

    ReferenceSources m_sources;
    QString m_field;
    std::function<QString()> m_provider;
    ReferenceSuggestions m_suggestions;
    ReferenceSuggestions::Wish m_wish; // the one that was loaded
    bool m_isLoaded = false;           // and nothing has changed since
    QCompleter *m_completer;
};

} // namespace Sluice
