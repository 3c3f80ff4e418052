// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/fieldeditor.h"

#include <array>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;

namespace Sluice {

class NoteLine;
class PanelFrame;

// A reference to a secret in the user's vault: provider, vault or location, name, key. Text that
// looks like a secret itself is refused: it would be sent and stored in plain sight.
class SecretField final : public FieldEditor
{
    Q_OBJECT

public:
    SecretField(FormModel *model, const Field &field, QWidget *parent);

    void sync() override;
    QWidget *entry() const override;
    QString valueHelp() const override;
    void showError(const QString &error) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum Part { Location, Name, Key, PartCount };

    QWidget *makeParts();
    void write(const QString &key, const QString &text);
    void takeText(Part part, const QString &text);
    void refuse(Part part, const QString &text, const QString &refusal);
    void endRefusal(const QString &words);
    void syncChips();

    QComboBox *m_provider;
    std::array<QLineEdit *, PartCount> m_parts{};
    std::array<QLabel *, PartCount> m_captions{};
    // A secret is being typed there, key by key: what comes until the field is left or cleared is
    // its rest.
    std::optional<Part> m_refused;
    QString m_why; // what is said of it once it was left
    QLabel *m_chips;
    NoteLine *m_refusal;
    PanelFrame *m_frame;
};

} // namespace Sluice
