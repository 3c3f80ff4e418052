// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/secrettext.h"

#include <QWidget>

#include <array>

class QComboBox;
class QGridLayout;
class QLabel;

namespace Sluice {

class NoteLine;
class PanelFrame;
class SecretPart;

// The parts of a reference to a secret in the user's vault: provider, vault or location, name, key.
// Text that looks like a secret itself is refused: it would be sent and stored in plain sight.
class SecretEdit final : public QWidget
{
    Q_OBJECT

public:
    enum Part { Provider, Location, Name, Key };

    // The parts' object names begin with this one: "password.secretName".
    explicit SecretEdit(const QString &name, QWidget *parent = nullptr);

    // The reference as in a definition; empty when no part is filled. Keys that it does not know
    // stay, and a part that nobody touched stays as it was spelt.
    const QJsonObject &value() const { return m_value; }

    // Cursors stay in parts that do not change.
    void setValue(const QJsonObject &value);

    // What screen readers say before the name of a part.
    void setLabel(const QString &label);
    // What stands in the part while it is empty.
    void setPlaceholder(Part part, const QString &text);
    // What stands below the parts while all of them are empty.
    void setEmptyText(const QString &text);

    // Marks the whole, and one part; empty words take the mark away.
    void showProblem(const QString &words);
    void showProblem(Part part, const QString &words);

    // The widget that takes the focus first.
    QWidget *entry() const;

Q_SIGNALS:
    // The user has changed value().
    void edited();

private:
    static constexpr int lineCount = 3; // the parts but the provider

    QWidget *makeParts();
    void makeProvider(QWidget *parts, QGridLayout *grid);
    void makeLine(Part part, QWidget *parts, QGridLayout *grid);

    SecretPart *line(Part part) const { return m_lines.at(size_t(part - Location)); }

    QLabel *caption(Part part) const { return m_captions.at(size_t(part - Location)); }

    void write(QString SecretReference::*part, const QString &text);
    void write(const SecretReference &reference);
    void takeWhole(const SecretText &pasted);
    void showProvider(const QString &provider);
    void showWords();

    QString m_name;
    QString m_label;
    QJsonObject m_value;
    QComboBox *m_provider;
    std::array<SecretPart *, lineCount> m_lines{};
    std::array<QLabel *, lineCount> m_captions{};
    NoteLine *m_refusal;
    QLabel *m_leftOut; // of the last paste
    QLabel *m_chips;
    QString m_emptyText;
    PanelFrame *m_frame;
};

} // namespace Sluice
