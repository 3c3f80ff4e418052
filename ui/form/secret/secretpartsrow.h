// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/secret/secrettext.h"

#include <QWidget>

#include <array>
#include <functional>

class QComboBox;
class QGridLayout;
class QLabel;

namespace Sluice {

class SecretPart;

// The provider and the parts of one reference, side by side with their captions, and a button for a
// menu behind them. Shows what it is given, and says what the user wants; it decides nothing.
class SecretPartsRow final : public QWidget
{
    Q_OBJECT

public:
    // As in secretParts.
    enum Part { Provider, Location, Name, Key };

    static QString SecretReference::*memberOf(Part part);

    // The parts' object names begin with this one: "password.secretName".
    explicit SecretPartsRow(const QString &name, QWidget *parent = nullptr);

    // Cursors stay in parts that do not change.
    void showReference(const SecretReference &reference);
    // What screen readers say before the name of a part.
    void setLabel(const QString &label);
    // What stands in the part while it is empty.
    void setPlaceholder(Part part, const QString &text);
    // Which texts are parts of references already, so that they are not doubted.
    void setKnown(const std::function<bool(const QString &)> &isKnown);
    // Marks the part; empty words take the mark away.
    void showProblem(Part part, const QString &words);
    // What screen readers say of the whole.
    void setDescription(const QString &words);
    void forgetRefusals();

    bool isWrong() const;
    // Where the focus goes: to what is wrong, if anything is.
    QWidget *entry() const;
    // With all parts as wide as they become.
    int widest() const;

    // Not of the provider.
    SecretPart *line(Part part) const { return m_lines.at(size_t(part - Location)); }

Q_SIGNALS:
    void providerChosen(const QString &provider);
    void partTaken(Sluice::SecretPartsRow::Part part, const QString &text);
    // Empty why: it is not refused any more.
    void refusalChanged(Sluice::SecretPart *part, const QString &why, bool isDoubt);
    void referencePasted(const Sluice::SecretText &pasted);
    void menuRequested(QWidget *below);

private:
    static constexpr int lineCount = 3; // the parts but the provider

    void makeProvider(QGridLayout *grid);
    void makeLine(Part part, QGridLayout *grid);
    void makeMenuButton(QGridLayout *grid);
    void showProvider(const QString &provider);
    void nameParts();

    QLabel *caption(Part part) const { return m_captions.at(size_t(part - Location)); }

    QString m_name;
    QString m_label;
    QComboBox *m_provider;
    std::array<SecretPart *, lineCount> m_lines{};
    std::array<QLabel *, lineCount> m_captions{};
};

} // namespace Sluice
